import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { button, type Html, html, plural } from '#ui'
import { caseloads } from '../../../queries/caseloads.ts'
import { posts } from '../../../queries/posts.ts'
import { roleWords } from '../../../queries/roleWords.ts'
import { workerCard } from '../../../queries/workers.ts'

/** Below a worker's form: their posts, how many children they hold, and the way to say that they have left. */
export async function workerLinks(work: Work, workerId: Uuid): Promise<Html> {
  const worker = await workerCard(work, workerId)
  const held = (await caseloads(work, [workerId])).get(workerId)?.held ?? 0
  const own = await posts(work, { workerIds: [workerId], past: true })
  const hasLeft = worker?.leftAt !== null && worker !== null
  const line = (post: (typeof own)[number]): Html =>
    html`<li><a class="govuk-link" href="/administration/posts/${post.id}">${roleWords[post.role]}, ${post.teamName ?? post.areaName ?? 'no team'}</a></li>`
  return html`<h2 class="govuk-heading-m">Posts</h2>
  ${own.length === 0 ? html`<p class="govuk-body">None.</p>` : html`<ul class="govuk-list govuk-list--bullet">${own.map(line)}</ul>`}
  <h2 class="govuk-heading-m">Children</h2>
  <p class="govuk-body">${held === 0 ? 'Holds no child.' : `Holds ${plural(held, 'child', 'children')}.`}${hasLeft && held > 0 ? ' They wait for the managers of the teams to give them to others.' : ''}</p>
  ${button({
    text: hasLeft ? 'Take this worker back' : 'This worker has left',
    href: `/administration/leavers/${workerId}`,
    classes: 'govuk-button--secondary',
  })}`
}
