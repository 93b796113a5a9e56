import { sql } from 'kysely'
import { copyFaults } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Composed } from '../rules/composeCopy.ts'
import { wordsOfCopy } from '../rules/copyContent.ts'
import { type Finding, type FindingKind, findingsInParts, wordsByNumber } from '../rules/findings.ts'
import { childrenOfCopy, type Paper, type PaperPart, type Recipient } from '../rules/paper.ts'

/**
 * Everything that the checks meet in one person's copy: what the database knows of protected addresses and walls, past the reader's own
 * rights, and what stands in the paper itself. Kinds with the places where they stand, never the thing itself.
 */
export async function findingsOf(
  work: Work,
  { content, partIds }: Composed,
  of: { readonly paper: Paper; readonly parts: readonly PaperPart[]; readonly recipient: Recipient },
): Promise<readonly Finding[]> {
  const shown = partIds.flatMap(id => of.parts.find(part => part.id === id) ?? [])
  const children = childrenOfCopy(of.paper, shown)
  const inParts = findingsInParts(content, shown, of.parts, {
    isFamily: of.recipient.personId !== null,
    mayHave: of.recipient.mayHave,
    children,
  })
  const about = { paperIds: of.paper.personIds, children, recipientId: of.recipient.personId }
  const whole = await kindsIn(work, about, wordsOfCopy(content))
  const places = new Map<FindingKind, number[]>(whole.map(kind => [kind, []]))
  if (whole.length > 0)
    for (const { number, text } of wordsByNumber(content))
      for (const kind of await kindsIn(work, about, text)) places.get(kind)?.push(number)
  return [...inParts, ...[...places].map(([kind, parts]) => ({ kind, parts }))]
}

type About = {
  readonly paperIds: readonly Uuid[]
  readonly children: readonly Uuid[]
  readonly recipientId: Uuid | null
}

async function kindsIn(work: Work, about: About, text: string): Promise<readonly FindingKind[]> {
  const { rows } = await sql<{ kind: FindingKind }>`
    select distinct kind from access.copy_hits(${[...about.children]}::uuid[], ${about.recipientId}::uuid, ${text}) order by kind`.execute(
    work.db(),
  )
  // An agency learns who told us of a child only where that is decided; its copies are looked through as everybody's.
  if (about.recipientId === null) {
    const hits = await sql<{ kind: FindingKind }>`
      select distinct kind from access.protected_hits(${[...about.paperIds]}::uuid[], null, ${text}) order by kind`.execute(
      work.db(),
    )
    return [...rows, ...hits.rows].map(({ kind }) => kind)
  }
  const faults = await copyFaults(work, { about: about.paperIds, recipientId: about.recipientId, text })
  return [
    ...rows.map(({ kind }) => kind),
    ...new Set(faults.hits.map(({ kind }) => kind as FindingKind)), // protected_hits answers these four
    ...(faults.copied.length > 0 ? ['copied' as const] : []),
  ]
}
