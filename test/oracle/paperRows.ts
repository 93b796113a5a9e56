import type { Uuid } from '#platform/ids'
import { idOf } from './idOf.ts'
import type { KnownRow } from './knownRow.ts'
import { peopleAt, personAt, workerAt } from './placesInSketch.ts'
import type { Sketch } from './sketch.ts'

/**
 * @returns papers about several people with their parts: what is handed in, assessed together, kept on file or sent. A letter is a draft of
 * nobody's about one person: what business support reads of letters about several is tried in `businessSupport.test.ts`.
 */
export function paperRows(sketch: Sketch, next: () => Uuid): readonly KnownRow[] {
  return sketch.papers.flatMap((paper, at) => {
    const paperId = idOf(sketch.salt, 'paper', at)
    const kind = kinds[at % kinds.length]
    const personIds = peopleAt(sketch, kind === 'letter' ? paper.people.slice(0, 1) : paper.people)
    const authorId = workerAt(sketch, paper.author)
    const isClosed = paper.isClosed
    const whole = { id: paperId, paperId, personIds }
    const part = (table: string) => ({ table, id: next(), paperId, personIds })
    const each = (table: string) => personIds.map(id => ({ ...part(table), personIds: [id] }))
    if (kind === 'approval') return [{ ...whole, table: kind, authorId, isClosed, isOfPlan: paper.isOfPlan }]
    if (kind === 'document')
      return [
        { ...whole, table: kind, authorId },
        { ...part('document_part'), authorId },
        ...each('document_person').map(one => ({ ...one, authorId, notePersonIds: personIds })),
      ]
    if (kind === 'letter') return [{ ...whole, table: kind }, ...each('letter_person')]
    if (kind === 'court_chronology') {
      const line = { ...part('court_chronology_line') }
      return [{ ...whole, table: kind }, line, ...each('court_chronology_person')]
    }
    const aboutId = personAt(sketch, paper.about)
    return [
      { ...whole, table: 'joint_assessment', isClosed },
      { ...part('assessment_view'), isClosed, aboutId },
      { ...part('assessment_checkpoint'), isClosed, authorId },
      { ...part('assessment_share'), isClosed, aboutId },
      { ...part('assessment_source'), isClosed, aboutId, authorId },
    ]
  })
}

/** Taken in turn: approvals and joint assessments twice as often, since more depends on them. */
const kinds = [
  'approval',
  'joint_assessment',
  'document',
  'letter',
  'court_chronology',
  'approval',
  'joint_assessment',
]
