import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { clockDefinition } from '#reference'
import { formatDate } from '#ui'
import { openClocks } from '../clocks/storedClocks.ts'
import { alertWords } from '../pages/frame/recordWords.ts'
import { outcomesOf } from '../plans/outcomesOf.ts'
import { reviewsOf } from '../plans/reviews.ts'
import { currentAlerts } from '../queries/currentAlerts.ts'
import { openTasks } from '../queries/openTasks.ts'
import { whoIsInvolved } from '../queries/whoIsInvolved.ts'

/** What the record already says that the next worker must know, as the beginning of a hand-over; its writer goes on from it. */
export async function handoverWords(work: Work, personId: Uuid): Promise<string> {
  const alerts = await currentAlerts(work, personId)
  const clocks = await openClocks(work, [personId])
  const tasks = await openTasks(work, personId)
  const involved = await whoIsInvolved(work, personId)
  const review = (await reviewsOf(work, [personId])).at(-1)
  const outcomes = review ? await outcomesOf(work, [review.planId]) : []
  const wants = [
    ...(review?.childView ? [`The child: ${review.childView}`] : []),
    ...(review?.parentView ? [`Parents or carers: ${review.parentView}`] : []),
  ]
  return [
    part(
      'Risks and alerts',
      alerts.map(({ kind, description }) => `${alertWords[kind]}: ${description}`),
    ),
    part('Next dates', [
      ...clocks.map(
        ({ definitionId, dueOn }) => `${clockDefinition(definitionId).name}: ${formatDate(dueOn)}`,
      ),
      ...tasks.map(({ title, dueOn }) => (dueOn ? `${title}: ${formatDate(dueOn)}` : title)),
    ]),
    part('What the family wants', wants),
    part(
      'What the plan works on',
      outcomes.filter(({ status }) => status === 'open').map(({ outcome }) => outcome),
    ),
    part(
      'Who works with the family',
      involved.flatMap(({ name, agency }) => (name ? [agency ? `${name}, ${agency}` : name] : [])),
    ),
  ].join('\n\n')
}

const part = (heading: string, lines: readonly string[]): string =>
  [`${heading}:`, ...(lines.length > 0 ? lines.map(line => `- ${line}`) : ['- Nothing recorded'])].join('\n')
