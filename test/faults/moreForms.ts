import type { Uuid } from '#platform/ids'
import type { Visitor } from '#test/signIn.ts'
import { dated, letters, onChild, personPath, today, visit } from '../routes/fills.ts'
import type { Stage } from '../routes/shapes.ts'
import { allocated, queued } from '../routes/teamSends.ts'
import { tell } from '../routes/tell.ts'
import { addingBirths, changingBirths } from './birthForms.ts'
import { addingDetails, changingDetails } from './detailForms.ts'
import type { Write } from './write.ts'

type Fill = Write['fill']

/** A visit that writes everything that one can: two children, what it means, the next date, over a kept draft. */
const longVisit: Fill = async ({ county, visitors }) => {
  const { own, sibling } = county.people
  const url = personPath(own.personId, '/visits/new')
  const fields = {
    ...visit(own.personId, `Everyone was well ${letters()}`),
    [`child-${sibling.personId}`]: ['about', 'seen'],
    [`child-${sibling.personId}-words`]: 'I like my new room',
    significant: 'yes',
    impact: 'They feel at home',
    ...dated('next', today().add({ days: 10 })),
  }
  await visitors.holder.post(`/drafts/visit/${own.personId}`, { ...fields, body: 'As far as I got' })
  return { by: 'holder', url, fields }
}

const correction: Fill = async ({ county, visitors }) => {
  const { personId } = county.people.own
  const first = visit(personId, `Was wrong ${letters()}`)
  await visitors.holder.post(personPath(personId, '/visits/new'), first)
  const { body } = await visitors.holder.get(personPath(personId, '/notes'))
  const noteId = /visits\/new\?corrects=([0-9a-f-]{36})|\/notes\/([0-9a-f-]{36})/
    .exec(body)
    ?.slice(1)
    .find(Boolean)
  const fields = { ...first, body: `Is right ${letters()}`, reason: 'A slip' }
  return { by: 'holder', url: personPath(personId, `/visits/new?corrects=${noteId}`), fields }
}

/** Three children from the queue to one worker. */
const manyFromQueue: Fill = async stage => ({
  by: 'manager',
  url: `/teams/${stage.county.staff.teams.north}/queue`,
  fields: {
    ...allocated(stage),
    child: [await queued(stage), await queued(stage), await queued(stage)],
  },
})

const transfer: Fill = async stage => ({
  by: 'manager',
  url: personPath(await stage.child(), `/allocate?team=${stage.county.staff.teams.north}`),
  fields: { ...allocated(stage), transfer: 'yes', reason: 'The worker moves on' },
})

/** Somebody whose manager is told and whose sessions end. */
const leaver: Fill = async ({ record, county, visitors }) => {
  const { id } = await record.makers.worker()
  await record.makers.post({ workerId: id, teamId: county.staff.teams.north })
  const url = `/administration/leavers/${id}`
  return { by: 'administrator', url, fields: { version: await opened(visitors.administrator, url) } }
}

/** The version that a form carries when it is opened. */
async function opened(visitor: Visitor, url: string): Promise<string> {
  const { body } = await visitor.get(url)
  const [, version] = /name="version" value="([^"]+)"/.exec(body) ?? []
  if (version === undefined) throw new Error(`The form at ${url} carries no version`)
  return version
}

const threeWorkers: Fill = async ({ record }) => {
  const team = `Team ${letters()}`
  await tell(record, 'team', { name: team, kind: 'other' })
  const line = () => `Worker ${letters()},practitioner,${letters()}@kith.example,${team},social_worker`
  const csv = ['name,class,email,team,role', line(), line(), line()].join('\n')
  const url = '/administration/workers/import'
  return { by: 'administrator', url, fields: { csv, step: 'apply' } }
}

const changingWorker: Fill = async ({ record, visitors }) => {
  const { id } = await record.makers.worker()
  const url = `/administration/workers/${id}`
  const version = await opened(visitors.administrator, url)
  const fields = { version, display_name: `Worker ${letters()}`, class: 'duty' }
  return { by: 'administrator', url, fields }
}

const namedWorker = async ({ record, county, visitors }: Stage): Promise<{ url: string; id: Uuid }> => {
  const { id } = await record.makers.worker()
  const url = personPath(county.people.sealed.personId, '/restriction/list')
  await visitors.named.post(url, { worker: id, change: 'add' })
  return { url, id }
}

const route = (url: string) => (name: string, fill: Fill) => ({ name: `${url}: ${name}`, fill })
const visits = route('/people/:personId/visits/new')
const addFact = route('/people/:personId/details/:part')
const changeFact = route('/people/:personId/details/:part/:rowId')

/** What a form of the route table writes besides, when it is filled in otherwise. */
export const moreForms: readonly Write[] = [
  visits('two children, over a draft', longVisit),
  visits('a correction', correction),
  {
    ...visits(
      'its draft',
      onChild('/visits/new', id => ({ ...visit(id), save_draft: 'yes' })),
    ),
    repeats: 'each draft takes the place of the one before',
  },
  ...Object.entries(addingDetails).map(([name, fill]) => addFact(name, fill)),
  ...Object.entries(changingDetails).map(([name, fill]) => changeFact(name, fill)),
  ...Object.entries(addingBirths).map(([name, fill]) => addFact(name, fill)),
  ...Object.entries(changingBirths).map(([name, fill]) => changeFact(name, fill)),
  route('/teams/:teamId/queue')('three children', manyFromQueue),
  route('/people/:personId/allocate')('from another lead', transfer),
  route('/administration/leavers/:workerId')('whose manager is told', leaver),
  route('/administration/workers/:row')('one who is there', changingWorker),
  route('/administration/workers/import')('three with posts', threeWorkers),
  route('/people/:personId/restriction')('of a child who had none', async ({ child }) => ({
    by: 'director',
    url: personPath(await child(), '/restriction'),
    fields: { reason: 'staff_family', note: letters() },
  })),
  route('/people/:personId/restriction/list')('off the list', async stage => {
    const { url, id } = await namedWorker(stage)
    return { by: 'named', url, fields: { worker: id, change: 'remove' } }
  }),
]
