import { type Addresses, nobody, plain, withFormat } from './addresses.ts'
import type { County } from './shapes.ts'

const directories = [
  'workers',
  'posts',
  'teams',
  'areas',
  'organisations',
  'rota',
  'class-mapping',
  'systems',
  ...['hospitals', 'nursing-areas', 'councils'],
]

const directory = (slug: string): Addresses =>
  plain(...withFormat(`/administration/${slug}`), `/administration/${slug}?q=Madeup`)

/** The pages of administration. */
export const administrationReads: Readonly<Record<string, Addresses>> = {
  '/administration': plain('/administration'),
  '/administration/workers/import': plain('/administration/workers/import'),
  '/administration/invited': plain('/administration/invited'),
  '/administration/access-ending': plain(
    '/administration/access-ending',
    '/administration/access-ending?all=yes',
  ),
  '/administration/providers': plain('/administration/providers'),
  '/administration/providers/:providerId': plain(`/administration/providers/${nobody}`),
  '/administration/jobs': plain('/administration/jobs'),
  '/administration/settings': plain(...withFormat('/administration/settings')),
  '/administration/settings/:key': plain(
    '/administration/settings/unseen.weeks',
    '/administration/settings/protectionInformation.team',
    '/administration/settings/display.words',
    '/administration/settings/none',
  ),
  '/administration/clocks': plain(...withFormat('/administration/clocks')),
  '/administration/clocks/:clock': plain(
    '/administration/clocks/CP_VISIT',
    '/administration/clocks/FGDM_OFFER',
    '/administration/clocks/NONE',
  ),
  '/administration/leavers/:workerId': ({ staff }) =>
    [staff.workers.holder, staff.workers.newcomer, nobody].map(id => ({
      url: `/administration/leavers/${id}`,
      whose: 'nobody' as const,
    })),
  ...Object.fromEntries(
    directories.flatMap(slug => [
      [`/administration/${slug}`, directory(slug)],
      [
        `/administration/${slug}/:row`,
        ({ staff }: County) =>
          ['new', nobody, staff.workers.holder, staff.teams.north].map(row => ({
            url: `/administration/${slug}/${row}`,
            whose: 'nobody' as const,
          })),
      ],
    ]),
  ),
}
