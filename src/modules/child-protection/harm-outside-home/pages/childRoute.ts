import { personParams, recordFrame, recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { harmKinds } from '../queries/harmKinds.ts'
import { harmOf } from '../queries/harmOf.ts'
import { linkNames } from '../queries/linkNames.ts'
import { openOutcomes, safetyActions } from '../queries/safetyActions.ts'
import { childHarmPage } from './childPage.ts'

/** `/people/:personId/harm`: what is known of harm to one child outside the home. */
export const childHarmRoute = route({
  method: 'GET',
  url: '/people/:personId/harm',
  admits: recordReaders,
  summary: 'Concerns, risk, ties and safety actions of one child outside the home',
  purpose: 'casework',
  params: personParams,
  async handle({ work, params: { personId } }): Promise<Reply> {
    const frame = await recordFrame(work, personId, null)
    if (!frame?.readsRecord) return notFound
    const facts = await harmOf(work, [personId])
    const names = await linkNames(work, facts.links)
    const mayWrite = frame.mayWrite && work.knownAt === null
    return {
      kind: 'page',
      title: 'Harm outside the home - Record',
      before: frame.before,
      isWide: true,
      content: childHarmPage({
        personId,
        name: frame.identity.displayName,
        facts,
        names,
        kinds: await harmKinds(work),
        actions: await safetyActions(work, personId),
        hasPlan: (await openOutcomes(work, personId)).length > 0,
        mayWrite,
        today: work.today,
      }),
      shown: { resource: 'harm_outside_home', subjectIds: [...new Set([personId, ...names.people.keys()])] },
    }
  },
})
