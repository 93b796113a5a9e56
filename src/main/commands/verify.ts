import { accessDifferences } from '#modules/access'
import { verifyAudit } from '#modules/audit'
import { verifyClocks } from '#modules/casework'
import type { CommandDeclaration, CommandResult } from '#platform/command-line'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'
import { witnessFile } from '../installation/witnessFile.ts'
import { registerModules } from '../modules.ts'

const audit: CommandDeclaration = {
  name: 'audit',
  summary: 'find any altered, removed or reordered entry of the audit, and say how much is still unsealed',
  options: [authorityOption],
  run: context =>
    withAuthority(context, async ({ database, place }) => {
      const report = await verifyAudit(database, witnessFile(context.config(), place))
      return found(report.ok, report.sentences.join('\n'), { ...report })
    }),
}

const clocks: CommandDeclaration = {
  name: 'clocks',
  summary: 'compute every clock again from the facts and list those that differ',
  options: [authorityOption],
  run: context =>
    withAuthority(context, async ({ database }) => {
      registerModules()
      const report = await verifyClocks(database, done => context.progress.step(done, 0, 'people'))
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
  run: context =>
    withAuthority(context, async ({ database }) => {
      const differing = await accessDifferences(database)
      return found(differing === 0, `${differing} rows of the access table differ from the rule.`, {
        differing,
      })
    }),
}

function found(isRight: boolean, text: string, json: Record<string, unknown>): CommandResult {
  return { text, json, exitCode: isRight ? 0 : 1 }
}

/** Checks what must always hold. */
export const verify: CommandDeclaration = {
  name: 'verify',
  summary: 'check what must always hold: audit, clocks, access',
  subcommands: [audit, clocks, access],
}
