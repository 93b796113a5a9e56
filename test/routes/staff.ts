import type { UserClass } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'

/** Everyone who may sign in, by what they are to the county's children; the last three are or were named beside a father whom a wall keeps out. */
export const staffNames = [
  'holder',
  'coWorker',
  'otherHolder',
  'formerHolder',
  'manager',
  'dutyManager',
  'leader',
  'businessSupport',
  'queueWorker',
  'chair',
  'partner',
  'opener',
  'named',
  'newcomer',
  'dutyOn',
  'dutyOff',
  'dutyOpened',
  'director',
  'directorOpened',
  'dataQuality',
  'administrator',
  'eastHolder',
  'walled',
  'walledManager',
  'fathersWorker',
] as const
export type StaffName = (typeof staffNames)[number]

export type Staff = {
  readonly workers: Readonly<Record<StaffName, Uuid>>
  readonly teams: Readonly<Record<'north' | 'south' | 'duty' | 'conference' | 'east', Uuid>>
  readonly areaId: Uuid
}

const classes: Readonly<Partial<Record<StaffName, UserClass>>> = {
  dutyOn: 'duty',
  dutyOff: 'duty',
  dutyOpened: 'duty',
  director: 'director',
  directorOpened: 'director',
  dataQuality: 'data_quality',
  administrator: 'administrator',
}

/** Makes teams and workers with their posts and shifts. */
export async function makeStaff(record: TestRecord): Promise<Staff> {
  const { makers } = record
  const areaId = await makers.area()
  const teams = {
    north: await makers.team({ areaId }),
    south: await makers.team(),
    duty: await makers.team({ kind: 'duty' }),
    conference: await makers.team({ kind: 'conference_service' }),
    east: await makers.team({ areaId }),
  }
  const workers = Object.fromEntries(
    await inTurn(staffNames, async name => {
      const userClass = classes[name]
      const { id } = await makers.worker(userClass === undefined ? {} : { class: userClass })
      return [name, id] as const
    }),
  ) as Record<StaffName, Uuid> // every name was given one above
  const posts = {
    holder: { teamId: teams.north },
    coWorker: { teamId: teams.north },
    otherHolder: { teamId: teams.south },
    formerHolder: { teamId: teams.south },
    manager: { teamId: teams.north, role: 'team_manager' },
    dutyManager: { teamId: teams.duty, role: 'duty_manager' },
    leader: { areaId, role: 'service_leader' },
    businessSupport: { teamId: teams.north, role: 'business_support' },
    queueWorker: { teamId: teams.duty },
    chair: { teamId: teams.conference, role: 'conference_chair' },
    eastHolder: { teamId: teams.east },
    walled: { teamId: teams.east },
    walledManager: { teamId: teams.east, role: 'team_manager' },
  } as const
  for (const [name, post] of Object.entries(posts))
    await makers.post({ workerId: workers[name as StaffName], ...post }) // the keys are names of staff
  const now = Temporal.Now.instant()
  const shift = (name: StaffName, from: number, to: number) =>
    makers.shift({
      workerId: workers[name],
      startsAt: now.add({ hours: from }),
      endsAt: now.add({ hours: to }),
    })
  await shift('dutyOn', -1, 8)
  await shift('dutyOpened', -1, 8)
  await shift('dutyOff', -20, -10)
  return { workers, teams, areaId }
}

async function inTurn<T, R>(items: readonly T[], make: (item: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const item of items) made.push(await make(item))
  return made
}
