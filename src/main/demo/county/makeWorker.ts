import type { Uuid } from '#platform/ids'
import { at, isBefore } from '../chronicle/moments.ts'
import type { Fact } from '../chronicle/tables.ts'
import { familyName, givenName } from '../families/names.ts'
import { type PersonaKey, personas } from '../personas.ts'
import type { Teller } from '../teller.ts'
import type { Worker } from './county.ts'
import type { Place } from './workforce/place.ts'

export type Role = Fact<'post'>['role']

export type Hiring = {
  readonly organisationId: Uuid
  readonly teamId: Uuid | null
  readonly areaId?: Uuid
  readonly role: Role
  readonly persona?: PersonaKey
  /** Somebody with a name and address of their own, for whom one is invented and not used, so that nobody else’s changes. */
  readonly known?: { readonly name: string; readonly email: string }
  readonly workerClass?: Fact<'worker'>['class']
  readonly fte?: number
  readonly capacity?: number
  readonly startedOn?: Temporal.PlainDate
  readonly leftOn?: Temporal.PlainDate
  /** The place of the establishment that they fill, once it is agreed. */
  readonly place?: Place
  readonly employment?: Fact<'post'>['employment']
}

const registered: ReadonlySet<Role> = new Set([
  'social_worker',
  'senior_social_worker',
  'team_manager',
  'service_leader',
  'conference_chair',
  'duty_manager',
])

/** Tells of a worker and their post, recorded on the day they began. */
export function makeWorker(teller: Teller, hiring: Hiring): Worker {
  const { chronicle, dice, numbers } = teller
  const persona = personas.find(({ key }) => key === hiring.persona)
  const invented = persona === undefined || persona.isLater ? inventName(teller) : ''
  const name = persona?.name ?? hiring.known?.name ?? invented
  const id = dice.id()
  const startedOn = hiring.startedOn ?? teller.today.subtract({ days: dice.int(300, 3600) })
  const leftOn = hiring.leftOn ?? null
  const recorded = at(startedOn, '09:00')
  const left = leftOn && at(leftOn, '17:00')
  chronicle.tell(
    'worker',
    recorded,
    {
      id,
      organisation_id: hiring.organisationId,
      display_name: name,
      email: hiring.known?.email ?? `${id.slice(9, 13)}${id.slice(-4)}@kith-demo.example`,
      telephone: numbers.telephone(),
      sign_in_subject: persona?.subject ?? null,
      class: hiring.workerClass ?? 'practitioner',
      started_on: startedOn,
      left_at: null,
    },
    ...(left ? [[left, { left_at: left }] as const] : []),
  )
  const postId = tellPost(teller, { hiring, workerId: id, startedOn, leftOn })
  return {
    id,
    name,
    role: hiring.role,
    post: { id: postId, teamId: hiring.teamId },
    startedOn,
    leftOn,
    capacity: (hiring.capacity ?? 0) * (hiring.fte ?? 1),
    held: 0,
  }
}

type Posting = {
  readonly hiring: Hiring
  readonly workerId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly leftOn: Temporal.PlainDate | null
}

function tellPost({ chronicle, dice }: Teller, { hiring, workerId, startedOn, leftOn }: Posting): Uuid {
  const recorded = at(startedOn, '09:00')
  const id = dice.id()
  const { place } = hiring
  const filling = place && { established_post_id: place.id }
  const isFilledLater = place !== undefined && isBefore(startedOn, place.openedOn)
  chronicle.tell(
    'post',
    recorded,
    {
      id,
      worker_id: workerId,
      team_id: hiring.teamId,
      service_area_id: hiring.areaId ?? null,
      role: hiring.role,
      fte: hiring.fte ?? 1,
      holds_cases: (hiring.capacity ?? 0) > 0,
      employment: hiring.employment ?? 'permanent',
      ...(isFilledLater ? {} : filling),
      started_on: startedOn,
      ended_on: null,
    },
    ...(place && filling && isFilledLater ? [[at(place.openedOn, '09:10'), filling] as const] : []),
    ...(leftOn ? [[at(leftOn, '17:00'), { ended_on: leftOn }] as const] : []),
  )
  if (registered.has(hiring.role))
    chronicle.tell('worker_registration', recorded, {
      id: dice.id(),
      worker_id: workerId,
      body: 'Social Work England',
      number: `DEMO-${dice.int(10_000, 99_999)}`,
      expires_on: Temporal.PlainDate.from({ year: startedOn.year + 20, month: 11, day: 30 }),
    })
  return id
}

/** As mixed as the people who work in an English council. */
function inventName({ dice }: Teller): string {
  const stock = dice.weighted([
    ['british', 74],
    ['african', 8],
    ['caribbean', 5],
    ['southAsian', 5],
    ['muslim', 3],
    ['european', 3],
    ['irish', 2],
  ] as const)
  return `${givenName(dice, stock, dice.chance(0.82) ? 'F' : 'M')} ${familyName(dice, stock)}`
}
