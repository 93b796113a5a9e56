import { accessDifferences } from '#modules/access'
import { verifyAudit } from '#modules/audit'
import { verifyClocks, verifyFiles } from '#modules/casework'
import { caseloadDifferences } from '#modules/workforce'
import type { CommandDeclaration, CommandResult } from '#platform/command-line'
import { fileStoreOf } from '../installation/authorityFiles.ts'
import { openPast } from '../installation/openPast.ts'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'
import { witnessFile } from '../installation/witnessFile.ts'
import { registerModules } from '../modules.ts'

const audit: CommandDeclaration = {
  name: 'audit',
  summary: 'find any altered, removed or reordered entry of the audit, and say how much is still unsealed',
  options: [authorityOption],
  past: {
    refusal:
      'The audit is proven whole, from its first entry to its last: no part of it can be checked as it stood. Leave --known-at out.',
  },
  run: context =>
    withAuthority(context, async ({ database, place }) => {
      const report = await verifyAudit(database, witnessFile(context.config(), place))
      return found(report.ok, report.sentences.join('\n'), { ...report })
    }),
}

const clocks: CommandDeclaration = {
  name: 'clocks',
  summary: 'compute every clock again from the facts and list those that differ',
  description:
    'With --known-at: from the facts and settings that were known then, as of that day, against the clocks that stood then.',
  options: [authorityOption],
  past: 'answers',
  run: context =>
    withAuthority(context, async ({ database }) => {
      registerModules()
      const { knownAt } = context
      const look = { command: 'kith verify clocks', resource: 'clocks' }
      const door = knownAt === null ? database : await openPast(database, knownAt, look)
      const report = await verifyClocks(door, done => context.progress.step(done, 0, 'people'))
      const text = [
        `${report.clocks} clocks of ${report.people} people computed again; ${report.differing.length} differ.`,
        ...report.differing
          .slice(0, 50)
          .map(({ personId, clock, kind }) => `${clock} of ${personId}: ${kind}`),
      ]
      return found(report.differing.length === 0, text.join('\n'), { ...report })
    }),
}

const access: CommandDeclaration = {
  name: 'access',
  summary: 'compute who may see whom again from the facts and count the rows that differ',
  options: [authorityOption],
  past: {
    refusal:
      'Who may see whom is always today\u2019s, also where the record is read as it stood: it has no past to check. Leave --known-at out.',
  },
  run: context =>
    withAuthority(context, async ({ database }) => {
      const differing = await accessDifferences(database)
      return found(differing === 0, `${differing} rows of the access table differ from the rule.`, {
        differing,
      })
    }),
}

const caseload: CommandDeclaration = {
  name: 'caseload',
  summary: 'count the kept figures of caseload again from the allocations and say how many differ',
  options: [authorityOption],
  past: {
    refusal:
      'Kept figures are of the record as it is now: at a past moment caseload is counted from its allocations. Leave --known-at out.',
  },
  run: context =>
    withAuthority(context, async ({ database }) => {
      const differing = await caseloadDifferences(database)
      return found(differing === 0, `${differing} kept figures of caseload differ from the allocations.`, {
        differing,
      })
    }),
}

const files: CommandDeclaration = {
  name: 'files',
  summary: 'open the file of every document and compare what it holds with the record',
  options: [authorityOption],
  past: {
    refusal:
      'Files are never changed, so those of a past moment are among those of today. Leave --known-at out.',
  },
  run: context =>
    withAuthority(context, async ({ database, place, installation }) => {
      const store = fileStoreOf(context.config(), place, installation)
      const step = (done: number, total: number) => context.progress.step(done, total, 'files')
      const report = await verifyFiles(database, store, step)
      const text = [
        `${report.documents} documents checked; the files of ${report.faults.length} are not right.`,
        ...report.faults.slice(0, 50).map(({ documentId, fault }) => `${documentId}: ${fault}`),
      ]
      return found(report.faults.length === 0, text.join('\n'), { ...report })
    }),
}

function found(isRight: boolean, text: string, json: Record<string, unknown>): CommandResult {
  return { text, json, exitCode: isRight ? 0 : 1 }
}

/** Checks what must always hold. */
export const verify: CommandDeclaration = {
  name: 'verify',
  summary: 'check what must always hold: audit, clocks, access, caseload, files',
  subcommands: [audit, clocks, access, caseload, files],
}
