import { sql } from 'kysely'
import { copiedNotes } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Composed } from '../rules/composeCopy.ts'
import { wordsOfCopy } from '../rules/copyContent.ts'
import {
  type Finding,
  type FindingKind,
  findingsInParts,
  sharesWords,
  wordsByNumber,
} from '../rules/findings.ts'
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
  const said = wordsByNumber(content)
  const places = new Map<FindingKind, number[]>()
  for (const kind of await kindsIn(work, about, wordsOfCopy(content))) places.set(kind, [])
  if (places.size > 0)
    await place(
      said,
      text => kindsIn(work, about, text),
      (kind, number) => places.get(kind)?.push(number),
    )
  const copied = await copiedIn(work, about, wordsOfCopy(content))
  if (copied.length > 0)
    places.set(
      'copied',
      said.flatMap(({ number, text }) => (copied.some(words => sharesWords(words, text)) ? [number] : [])),
    )
  return [...inParts, ...[...places].map(([kind, parts]) => ({ kind, parts }))]
}

type About = {
  readonly paperIds: readonly Uuid[]
  readonly children: readonly Uuid[]
  readonly recipientId: Uuid | null
}
type Said = ReturnType<typeof wordsByNumber>

/** Where things stand: by halves, so that a long paper of which one part tells something is asked for a few times and not for each part. */
async function place(
  said: Said,
  kindsOf: (text: string) => Promise<readonly FindingKind[]>,
  note: (kind: FindingKind, number: number) => void,
): Promise<void> {
  const kinds = await kindsOf(said.map(({ text }) => text).join('\n'))
  const [first] = said
  if (kinds.length === 0 || first === undefined) return
  if (said.length === 1) for (const kind of kinds) note(kind, first.number)
  else {
    const half = Math.ceil(said.length / 2)
    await place(said.slice(0, half), kindsOf, note)
    await place(said.slice(half), kindsOf, note)
  }
}

/**
 * What the database knows of walls, children, referrers and protected addresses. An agency learns who told us of a child only where that is
 * decided; its copies are looked through as everybody's.
 */
async function kindsIn(work: Work, about: About, text: string): Promise<readonly FindingKind[]> {
  const { rows } = await sql<{ kind: FindingKind }>`
    select kind from access.copy_hits(${[...about.children]}::uuid[], ${about.recipientId}::uuid, ${text})
    union select kind from access.protected_hits(${[...about.paperIds]}::uuid[], ${about.recipientId}::uuid, ${text}) order by kind`.execute(
    work.db(),
  )
  return rows.map(({ kind }) => kind)
}

/** Words of notes about somebody else; agencies' copies are not looked through for them. */
async function copiedIn(
  work: Work,
  { paperIds, recipientId }: About,
  text: string,
): Promise<readonly string[]> {
  if (recipientId === null) return []
  const notes = await copiedNotes(
    work,
    { personIds: [...paperIds, recipientId] },
    { subject: '', text, enclosed: null },
  )
  return notes.map(({ words }) => words)
}
