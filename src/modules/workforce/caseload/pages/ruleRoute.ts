import { readSetting } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { html } from '#ui'
import { linkTo, workforcePage } from '../../frame/index.ts'
import { readRule } from '../queries/readRule.ts'
import { caseloadPages } from './readers.ts'

const share = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })

/** `/workforce/caseload/rule`: the rule in words, as this authority has set it. */
export const ruleRoute = route({
  ...caseloadPages,
  url: '/workforce/caseload/rule',
  summary: 'How caseload is counted here, in words',
  async handle({ work }): Promise<Reply> {
    const { limit, counts, coWorking } = await readRule(work)
    const rule = await readSetting(work, 'caseload.rule')
    const isChildren = counts === 'children'
    const lines = [
      isChildren
        ? 'A child counts with the worker who leads for them on that day, as social worker or lead practitioner. Each brother and sister counts one.'
        : 'A family counts one with each worker who leads for any of its children on that day, however many they are. A child’s family is the one that they joined last.',
      coWorking === 0
        ? 'Co-workers and conference chairs count nothing.'
        : `For a co-worker ${isChildren ? 'a child' : 'a family whom they do not lead'} counts ${share.format(coWorking)}. Conference chairs count nothing.`,
      'On the day of a transfer the child counts with the new worker alone. A child in a queue counts with nobody.',
      'FTE is the sum of the posts marked as holding cases that are held on that day, part of a week as part of one. Cover adds nothing.',
      'Who holds posts in two teams is capacity in each with the post held there.',
      rule.agencyCounts === 'yes' ? 'Agency workers are capacity.' : 'Agency workers are not capacity.',
      rule.earlyCareerReduces === 'yes'
        ? 'Somebody early in their career counts with the share of a caseload that their programme gives, until they are assessed.'
        : 'Somebody early in their career counts in full.',
      `Whoever is away for more than ${rule.leaveDays} days counts nothing from the first of these days, unless the absence is marked as counted. An absence without an end counts once it has lasted so long.`,
      'Children and no FTE that counts are “no capacity”, never a number.',
      `Above ${limit} is over; ${limit} is not.`,
      'Children who are restricted from the reader are in no number.',
      'A past day is counted from what is known now; with “known at” from what was known then.',
    ]
    return workforcePage(work, {
      tab: '/workforce/caseload',
      title: 'How caseload is counted',
      back: '/workforce/caseload',
      content: html`<ul class="govuk-list govuk-list--bullet">${lines.map(line => html`<li>${line}</li>`)}</ul>
<p class="govuk-body">The number of ${limit} and these choices are the authority’s own${work.actor.class === 'administrator' ? html`: ${linkTo('/administration/settings/caseload.alert', 'the number')}, ${linkTo('/administration/settings/caseload.rule', 'the rule')}, ${linkTo('/administration/settings/caseload.weights', 'the weights')}` : ', set by its administrators'}.</p>`,
    })
  },
})
