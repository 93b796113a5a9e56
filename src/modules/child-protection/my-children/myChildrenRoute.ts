import { personSummaries } from '#modules/people'
import { type Reply, route } from '#platform/http'
import { myChildrenPage } from './myChildrenPage.ts'
import { readMyChildren } from './readMyChildren.ts'

/** `/my-children`: the children of a health visitor, a school nurse, a school: whoever is named as working with them. */
export const myChildrenRoute = route({
  method: 'GET',
  url: '/my-children',
  admits: ['practitioner'],
  summary: 'Children with whom the reader is named as working: plan, next meeting and report',
  purpose: 'casework',
  async handle({ work }): Promise<Reply> {
    const children = await readMyChildren(work)
    const summaries = await personSummaries(
      work,
      children.map(({ personId }) => personId),
    )
    const people = new Map(summaries.map(one => [one.id, one]))
    const subjectIds = [...people.keys()]
    return {
      kind: 'page',
      title: 'My children',
      current: '/attendances',
      isWide: true,
      content: myChildrenPage({ children, people, today: work.today }),
      shown: subjectIds.length === 0 ? 'nothing' : { resource: 'my_children', subjectIds, action: 'list' },
    }
  },
})
