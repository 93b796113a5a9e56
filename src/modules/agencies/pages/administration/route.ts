import { type Reply, type Route, route, type Visit } from '#platform/http'
import { html } from '#ui'
import { renewableAccess } from '../../queries/renewableAccess.ts'
import { endingSoon } from './access-ending/page.ts'
import { accessEndingRoutes } from './access-ending/route.ts'
import { clockSettingRoutes } from './clocks/route.ts'
import { areaDirectory } from './directories/areaDirectory.ts'
import { directoryRoutes } from './directories/directoryRoutes.ts'
import { mappingDirectory } from './directories/mappingDirectory.ts'
import { organisationDirectory } from './directories/organisationDirectory.ts'
import { postDirectory } from './directories/postDirectory.ts'
import { shiftDirectory } from './directories/shiftDirectory.ts'
import { systemDirectory } from './directories/systemDirectory.ts'
import { teamDirectory } from './directories/teamDirectory.ts'
import { workerDirectory } from './directories/workerDirectory.ts'
import { invitedRoutes } from './invited/route.ts'
import { leaverRoutes } from './leaver/route.ts'
import { providerRoutes } from './providers/route.ts'
import { settingRoutes } from './settings/route.ts'
import { workerImportRoutes } from './worker-import/route.ts'

const directories = [
  workerDirectory,
  postDirectory,
  teamDirectory,
  areaDirectory,
  organisationDirectory,
  shiftDirectory,
  mappingDirectory,
  systemDirectory,
]

const others = [
  {
    href: '/administration/invited',
    title: 'Sign-in by invitation',
    doc: 'People of other organisations who sign in by passphrase and authenticator, until when, and a way to end it.',
  },
  {
    href: '/administration/providers',
    title: 'Organisations’ own sign-in',
    doc: 'Which organisations’ people sign in by their own identity provider, and until when.',
  },
  {
    href: '/administration/access-ending',
    title: 'Access that ends soon',
    doc: 'Accounts by invitation and organisations’ own sign-in before their last day, and a form that renews them.',
  },
  {
    href: '/administration/subscriptions',
    title: 'Subscriptions of other organisations',
    doc: 'What their systems are told of, for which purpose and on which basis in law.',
  },
  {
    href: '/administration/school-placements',
    title: 'Social workers placed in schools',
    doc: 'Who is on site in which school, from when and on which days.',
  },
  {
    href: '/administration/workers/import',
    title: 'Workers from a CSV',
    doc: 'Joiners and leavers, checked before anything changes.',
  },
  {
    href: '/administration/settings',
    title: 'Settings',
    doc: 'What the authority decides for itself: numbers, words, colour, how to reach it.',
  },
  {
    href: '/administration/clocks',
    title: 'Clocks',
    doc: 'Limits of time, and the authority’s own, stricter ones.',
  },
  {
    href: '/protection-teams',
    title: 'Multi-agency child protection teams',
    doc: 'Their members by discipline, and who is missing.',
  },
  {
    href: '/administration/hospitals',
    title: 'Hospitals that send',
    doc: 'Who tells of children at hospital, how they write, and who is asked about a child nobody knows.',
  },
  {
    href: '/administration/nursing-areas',
    title: 'Whom nurses answer for',
    doc: 'Which team of health visitors, school nurses or midwives answers for a practice, a school or a postcode.',
  },
  {
    href: '/administration/councils',
    title: 'Other councils',
    doc: 'To whom a visit of a child who lives there is sent on.',
  },
  {
    href: '/administration/messages',
    title: 'Messages that nobody could read',
    doc: 'What other organisations sent and was refused or failed, and a way to have it read again.',
  },
  {
    href: '/administration/jobs',
    title: 'Jobs that gave up',
    doc: 'Background work that failed for good, and a way to try it again.',
  },
]

async function home({ work }: Pick<Visit<unknown, unknown, unknown>, 'work'>): Promise<Reply> {
  const ending = endingSoon(await renewableAccess(work), work.now)
  const links = [
    ...directories.map(({ slug, title, doc }) => ({ href: `/administration/${slug}`, title, doc })),
    ...others,
  ]
  const content = html`<h1 class="govuk-heading-l">Administration</h1>
  ${ending}<p class="govuk-body">The directory and the settings. No child is shown here.</p>
  <dl class="govuk-summary-list">${links.map(
    ({ href, title, doc }) => html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key"><a class="govuk-link" href="${href}">${title}</a></dt>
    <dd class="govuk-summary-list__value">${doc}</dd></div>`,
  )}</dl>`
  return { kind: 'page', title: 'Administration', current: '/administration', content, shown: 'nothing' }
}

/** Every page of the administrator. */
export const administrationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/administration',
    admits: ['administrator'],
    summary: 'Directory and settings',
    purpose: 'administration',
    handle: home,
  }),
  ...workerImportRoutes,
  ...leaverRoutes,
  ...invitedRoutes,
  ...providerRoutes,
  ...accessEndingRoutes,
  ...settingRoutes,
  ...clockSettingRoutes,
  ...directories.flatMap(directoryRoutes),
]
