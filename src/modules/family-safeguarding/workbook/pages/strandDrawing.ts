import { londonDate } from '#reference'
import { type BandGroup, bandFigure, denseTable, figure, formatDate, type Html } from '#ui'
import { nameOf, type OpenFamily } from '../../frame/openFamily.ts'
import type { StrandWeek } from '../../rules/weekOf.ts'
import { workWords } from '../../rules/words.ts'

/** People of the family as rows, strands as bars, this week's contacts as marks; the same as a table behind it. */
export function strandDrawing(
  open: OpenFamily,
  weeks: readonly StrandWeek[],
  today: Temporal.PlainDate,
): Html {
  const people = [
    ...new Set([
      ...open.members.map(({ person }) => person.id),
      ...weeks.map(({ strand }) => strand.personId),
    ]),
  ]
  const groups = people.flatMap((personId): readonly BandGroup[] => {
    const own = weeks.filter(({ strand }) => strand.personId === personId)
    if (own.length === 0) return []
    return [{ label: nameOf(open, personId), rows: own.map(rowOf) }]
  })
  const days = weeks.map(({ strand }) => strand.offeredOn).toSorted(Temporal.PlainDate.compare)
  const from = (days[0] ?? today).subtract({ days: 7 })
  return figure({
    ...bandFigure({
      id: 'strands',
      title: 'Strands of the work with this family',
      description:
        'Each person of the family with the strands of work with them over time, and a mark for each contact this week.',
      groups,
      from,
      until: today.add({ days: 7 }),
      today,
    }),
    alternative: denseTable({
      caption: 'Strands and contacts this week',
      head: ['Who', 'Work', 'Worker', 'From', 'Until', 'Contacts this week'].map(text => ({ text })),
      rows: weeks.map(({ strand, contacts }) => [
        { text: nameOf(open, strand.personId) },
        { text: workWords(strand) },
        { text: strand.workerName ?? 'Nobody yet' },
        { text: formatDate(strand.offeredOn) },
        { text: strand.endedOn === null ? 'Goes on' : formatDate(strand.endedOn) },
        { text: contacts.map(({ at }) => formatDate(londonDate(at))).join(', ') || 'None' },
      ]),
    }),
  })
}

const rowOf = ({ strand, contacts }: StrandWeek) => ({
  label: workWords(strand).split(',')[0] ?? '',
  bands: [
    {
      from: strand.offeredOn,
      to: strand.endedOn,
      label: strand.workerName ?? 'Nobody yet',
      isHeavy: strand.workerId === null && strand.endedOn === null,
    },
  ],
  ticks: contacts.map(({ at }) => londonDate(at)),
})
