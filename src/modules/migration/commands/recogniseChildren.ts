import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type CensusChild, valueIn } from '../census/index.ts'
import type { ImportFinding } from '../loading/childFinding.ts'
import type { ChildLedger } from '../loading/childLedger.ts'
import { idOf } from '../loading/idOf.ts'
import { layChild, refusedChild } from '../loading/layChild.ts'
import type { ReadChild } from '../loading/readChild.ts'
import { findingKey } from '../loading/readerFindings.ts'
import { type Meetings, meetPeople, numbersOf } from './meetPeople.ts'
import { type StoredChild, storedChildren } from './storedChildren.ts'

/** A child of a file beside the person it is here. */
export type Recognised = {
  readonly read: ReadChild
  readonly ledger: ChildLedger
  /** Null: nobody here yet, or nobody whom it could be. */
  readonly personId: Uuid | null
  /** What earlier imports said of that person. */
  readonly heard: Set<string>
  readonly remarks: readonly ImportFinding[]
}

/** Lays each child of a batch upon what the record holds of it, in the order of the file. */
export async function recogniseChildren(
  work: Work,
  reads: readonly ReadChild[],
): Promise<readonly Recognised[]> {
  const nameable = reads.filter(({ child, refusal }) => refusal === undefined && idOf(child) !== null)
  const meetings = await meetPeople(
    work,
    nameable.map(({ child }) => child),
  )
  const people = nameable.flatMap(({ child }) => meetings.byId.get(idOf(child) ?? '')?.slice(0, 1) ?? [])
  const stored = await storedChildren(work, people)
  return reads.map(read => recognise(read, meetings, stored))
}

function recognise(read: ReadChild, meetings: Meetings, stored: ReadonlyMap<Uuid, StoredChild>): Recognised {
  const { child, refusal } = read
  const id = idOf(child)
  const [personId = null, ...others] = (id === null ? undefined : meetings.byId.get(id)) ?? []
  const { facts, findings: heard } = (personId === null ? undefined : stored.get(personId)) ?? {
    facts: [],
    findings: new Set<string>(),
  }
  const why = refusal ?? whyNobody(id, others)
  if (why !== undefined) {
    const ledger = refusedChild(child, why, read.spare)
    return { read, ledger, heard, remarks: [], personId: refusal === undefined ? personId : null }
  }
  const ledger = layChild(child, facts, read.spare)
  const remarks = upnRemarks(child, { ledger, personId, heard }, meetings)
  meetNewcomer(child, ledger, meetings)
  return { read, ledger, personId, heard, remarks }
}

function whyNobody(id: string | null, others: readonly Uuid[]): string | undefined {
  if (id === null)
    return 'It has no id of the authority that can be read. Give it one in the system it comes from.'
  return others.length > 0
    ? 'More than one person here holds this id: find out whose it is, or merge them.'
    : undefined
}

/** The numbers of a child that is new or changed are there for the children after it. */
function meetNewcomer(child: CensusChild, ledger: ChildLedger, { byNumber, open }: Meetings): void {
  const [person] = ledger.all('person')
  if (person === undefined) return
  if (person.isNew) open.add(person.id)
  const held = new Set(
    ledger.all('person_identifier').map(({ values }) => String(values['value']).toUpperCase()),
  )
  for (const number of numbersOf(child))
    if (held.has(number)) byNumber.set(number, (byNumber.get(number) ?? new Set()).add(person.id))
}

/**
 * That somebody else, of whom anybody may know, holds a pupil number of this child. It is asked when the number first
 * comes; later readings repeat what was said then and say nothing new, since whoever came after was asked in turn.
 */
function upnRemarks(
  child: CensusChild,
  { ledger, personId, heard }: Pick<Recognised, 'ledger' | 'personId' | 'heard'>,
  { byNumber, open }: Meetings,
): readonly ImportFinding[] {
  const wasSaid = (element: string, severity?: string) =>
    ledger.findings.some(
      one =>
        one.element === element &&
        (severity === undefined || one.severity === severity) &&
        heard.has(findingKey(one)),
    )
  return [child.identifiers.upn, child.identifiers.formerUpn].flatMap(reading => {
    const holders = byNumber.get(valueIn(reading)?.toUpperCase() ?? '') ?? new Set()
    if (![...holders].some(holder => holder !== personId && open.has(holder))) return []
    const remark = upnElsewhere(reading)
    const wasMet =
      holders.has(personId ?? '') || wasSaid(reading.element) || wasSaid(child.laChildId.element, 'refused')
    return wasMet && !heard.has(findingKey(remark)) ? [] : [remark]
  })
}

function upnElsewhere({ element, line, raw }: CensusChild['identifiers']['upn']): ImportFinding {
  const problem =
    'Another child of this record holds this UPN under another id. Compare the two: they may be one child.'
  return { element, line, raw, kept: null, severity: 'doubted', rule: null, problem }
}
