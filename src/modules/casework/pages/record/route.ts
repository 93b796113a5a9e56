import { remembering } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { html } from '#ui'
import { recordFrame, whyLine } from '../frame/recordFrame.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { recordPage } from './page.ts'
import { practiceOffers, practiceSections, readRecord } from './readRecord.ts'

const overview = route({
  method: 'GET',
  url: '/people/:personId',
  admits: recordReaders,
  summary: 'The overview of one person’s record',
  purpose: 'casework',
  params: personParams,
  async handle({ work: given, params }): Promise<Reply> {
    const work = remembering(given)
    const frame = await recordFrame(work, params.personId, 'overview')
    if (frame === null) return notFound
    const view = await readRecord(work, frame)
    return {
      kind: 'page',
      title: frame.identity.isChild === false ? 'Adult’s record' : 'Child’s record',
      before: frame.before,
      content: recordPage(view),
      shown: {
        resource: 'person_record',
        subjectIds: [params.personId, ...view.family.map(relative => relative.person.id)],
      },
    }
  },
})

const plans = route({
  method: 'GET',
  url: '/people/:personId/plans',
  admits: recordReaders,
  summary: 'Plans, assessments and other practice about one person',
  purpose: 'casework',
  params: personParams,
  async handle({ work: given, params }): Promise<Reply> {
    const work = remembering(given)
    const frame = await recordFrame(work, params.personId, 'plans')
    if (frame === null) return notFound
    const sections = await practiceSections(work, params.personId)
    const offers = await practiceOffers(work, params.personId)
    return {
      kind: 'page',
      title: 'Plans and assessments - Record',
      before: frame.before,
      content: html`<h1 class="govuk-heading-l">Plans and assessments</h1>
${whyLine(frame.sights)}
${offers}
${sections.length > 0 ? sections : html`<p class="govuk-body">No referral, assessment or plan is recorded.</p>`}`,
      shown: { resource: 'person_plans', subjectIds: [params.personId] },
    }
  },
})

export const recordRoutes = [overview, plans]
