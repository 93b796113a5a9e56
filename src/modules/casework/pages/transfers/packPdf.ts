import { personSummaries } from '#modules/people'
import { authorityName, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { renderPdf } from '#platform/print'
import { clockDefinition } from '#reference'
import { formatDate, formatDateTime } from '#ui'
import { openClocks } from '../../clocks/storedClocks.ts'
import { whoIsInvolved } from '../../queries/whoIsInvolved.ts'
import type { Transfer } from '../../transfers/index.ts'

const template = `#import "/kith.typ": *
== What the next worker must know
#paragraphs(data.handover)
#for child in data.children [
  == #child.name
  #facts(child.facts)
  === Next dates
  #if child.dates.len() == 0 [None] else [#for line in child.dates [ - #line ]]
  === Who works with the child
  #if child.involved.len() == 0 [Nobody recorded] else [#for line in child.involved [ - #line ]]
]
`

/** The hand-over to another authority: the children, their next dates, who works with them. Withheld addresses stay out. */
export async function packPdf(
  work: Work,
  transfer: Transfer,
  personIds: readonly Uuid[],
  printedFor: string,
): Promise<Uint8Array> {
  const clocks = Map.groupBy(await openClocks(work, personIds), ({ personId }) => personId)
  const children: unknown[] = []
  for (const person of await personSummaries(work, personIds))
    children.push({
      name: person.displayName,
      facts: [
        ['Age', person.age],
        ['Born', person.dateOfBirth ? formatDate(person.dateOfBirth) : 'Not recorded'],
        ['Our number', person.laChildId ?? 'None'],
      ],
      dates: (clocks.get(person.id) ?? []).map(
        ({ definitionId, dueOn }) => `${clockDefinition(definitionId).name}: ${formatDate(dueOn)}`,
      ),
      involved: (await whoIsInvolved(work, person.id)).flatMap(({ name, agency, telephone }) =>
        name ? [[name, agency, telephone].filter(part => part !== null).join(', ')] : [],
      ),
    })
  return renderPdf(template, {
    furniture: {
      title: 'Hand-over to another authority',
      subtitle: `To authority ${transfer.toAuthority ?? ''}, ${transfer.toAuthorityContact ?? ''}`,
      reference: transfer.id.slice(-8),
      authority: await authorityName(work),
      printedAt: formatDateTime(work.now),
      printedFor,
      lang: 'en',
    },
    handover: transfer.handover,
    children,
  })
}
