import { makeUuid, type Uuid } from '#platform/ids'
import type { Fields, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const base = '/people/:personId/pre-proceedings'
const today = () => Temporal.Now.plainDateISO('Europe/London')
const dated = (name: string, on = today()): Fields => ({
  [`${name}-day`]: String(on.day),
  [`${name}-month`]: String(on.month),
  [`${name}-year`]: String(on.year),
})

/** GET pages of one person's pre-proceedings, and forms that a reader may be refused. */
export const preProceedingsReadPaths: Readonly<Record<string, string>> = {
  [base]: '/pre-proceedings',
  [`${base}/new`]: '/pre-proceedings/new',
  [`${base}/:caseId/letter`]: `/pre-proceedings/${nobody}/letter`,
  [`${base}/:caseId/offers/new`]: `/pre-proceedings/${nobody}/offers/new`,
  [`${base}/:caseId/offers/:offerId`]: `/pre-proceedings/${nobody}/offers/${nobody}`,
  [`${base}/:caseId/exemption`]: `/pre-proceedings/${nobody}/exemption`,
  [`${base}/:caseId/family-meetings/:meetingId`]: `/pre-proceedings/${nobody}/family-meetings/new`,
  [`${base}/:caseId/meetings/:meetingId`]: `/pre-proceedings/${nobody}/meetings/new`,
  [`${base}/:caseId/extension`]: `/pre-proceedings/${nobody}/extension`,
  [`${base}/:caseId/step`]: `/pre-proceedings/${nobody}/step`,
  [`${base}/:caseId/application`]: `/pre-proceedings/${nobody}/application`,
  '/people/:personId/legal-advice/new': '/legal-advice/new',
  '/people/:personId/protection-lead': '/protection-lead',
}

/** Pages that name nobody by their address. */
export const protectionTeamReadPaths: Readonly<Record<string, readonly string[]>> = {
  '/legal-advice': ['/legal-advice', '/legal-advice?format=csv', `/legal-advice?child=${nobody}`],
  '/legal-advice/:adviceId': [`/legal-advice/${nobody}`],
  '/protection-teams': ['/protection-teams', '/protection-teams?format=csv', '/protection-teams?past=yes'],
  '/protection-teams/:teamId': ['/protection-teams/new', `/protection-teams/${nobody}`],
  '/protection-teams/:teamId/members/:memberId': [`/protection-teams/${nobody}/members/new`],
}

/** A child of the holder's with a mother and pre-proceedings that began a month ago. */
async function begun({ record, child }: Stage, more: Readonly<Record<string, unknown>> = {}) {
  const personId = await child()
  const motherId = await record.makers.person({ born: '1990-02-02' })
  await record.makers.family({ children: [personId], adults: [motherId] })
  const caseId = await tell(record, 'pre_proceedings', {
    person_id: personId,
    together_id: makeUuid(),
    started_on: today().subtract({ days: 30 }).toString(),
    reasons: 'Harm goes on',
    ...more,
  })
  return { personId, motherId, caseId, path: `/people/${personId}/pre-proceedings/${caseId}` }
}
type Begun = Awaited<ReturnType<typeof begun>>

const onCase = (
  fill: (
    at: Begun,
    stage: Stage,
  ) => Promise<{ rest: string; fields: Fields }> | { rest: string; fields: Fields },
  more: () => Readonly<Record<string, unknown>> = () => ({}),
): Pick<SendRoute, 'fill'> => ({
  async fill(stage) {
    const at = await begun(stage, more())
    const { rest, fields } = await fill(at, stage)
    const { body } = await stage.visitors.holder.get(`${at.path}${rest}`)
    const version = body.match(/name="version" value="([^"]+)"/)?.[1]
    const sent = version === undefined ? fields : { ...fields, version }
    return { by: 'holder', url: `${at.path}${rest}`, fields: sent }
  },
})
const plainly = (
  rest: string,
  fields: (at: Begun) => Fields,
  more?: () => Readonly<Record<string, unknown>>,
): SendRoute => ({
  ...onCase(at => ({ rest, fields: fields(at) }), more),
  address: one => `/people/${one.personId}/pre-proceedings/${nobody}${rest}`,
})

async function answering({ personId, motherId, caseId }: Begun, { record }: Stage): Promise<Uuid> {
  return await tell(record, 'family_group_offer', {
    person_id: personId,
    pre_proceedings_id: caseId,
    recipient_id: motherId,
    offered_on: today().toString(),
    how: 'in_person',
  })
}

const issued = () => ({
  step: 'issue',
  step_decision_on: today().toString(),
  step_reasons: 'Nothing changed',
})

/** Advice of the holder's own. */
async function advised({ record, county, child }: Stage): Promise<Uuid> {
  const { holder } = county.staff.workers
  return await tell(record, 'legal_advice', {
    person_ids: [await child()],
    matter: 'Threshold',
    advice: 'Wait for the report',
    given_by: 'Counsel Madeup',
    given_on: today().toString(),
    author_id: holder,
    reader_ids: [holder],
  })
}

async function led({ record, county, child }: Stage, isNamed: boolean) {
  const personId = await child()
  const of = { person_id: personId }
  await tell(record, 'cp_plan', { ...of, started_on: '2026-01-05' })
  if (!isNamed) return { personId, leadId: nobody }
  const leadId = await tell(record, 'protection_lead', {
    ...of,
    worker_id: county.staff.workers.partner,
    started_on: '2026-01-05',
  })
  return { personId, leadId }
}

const team = () => ({ name: `Team ${makeUuid()}`, area: '', ...dated('started') })
const held = { came: 'Both parents', ...dated('held') }

/** Forms of pre-proceedings, legal advice, protection teams and who leads. */
export const preProceedingsSends: Readonly<Record<string, SendRoute>> = {
  [`${base}/new`]: {
    fill: async ({ child }) => {
      const personId = await child()
      const fields = { children: personId, ...dated('started'), reasons: 'Harm goes on' }
      return { by: 'holder', url: `/people/${personId}/pre-proceedings/new`, fields }
    },
    address: one => `/people/${one.personId}/pre-proceedings/new`,
  },
  [`${base}/:caseId/letter`]: plainly('/letter', ({ motherId }) => ({
    recipient: `person:${motherId}`,
    kind: 'before_proceedings',
  })),
  [`${base}/:caseId/offers/new`]: plainly('/offers/new', ({ motherId }) => ({
    recipient: `person:${motherId}`,
    how: 'in_person',
    ...dated('offered'),
  })),
  [`${base}/:caseId/offers/:offerId`]: {
    ...onCase(async (at, stage) => ({
      rest: `/offers/${await answering(at, stage)}`,
      fields: { answer: 'accepted', ...dated('answered'), words: 'Yes' },
    })),
    address: one => `/people/${one.personId}/pre-proceedings/${nobody}/offers/${nobody}`,
  },
  [`${base}/:caseId/exemption`]: plainly('/exemption', () => ({
    ...dated('exempt'),
    because: 'He would find her',
  })),
  [`${base}/:caseId/family-meetings/:meetingId`]: plainly('/family-meetings/new', () => ({
    ...held,
    child: 'no',
    plan: 'Gran has them',
    agrees: 'Fares are paid',
  })),
  [`${base}/:caseId/meetings/:meetingId`]: plainly('/meetings/new', () => ({
    ...held,
    kind: 'initial',
    lawyer: 'yes',
    agreed: 'No drink in the home',
  })),
  [`${base}/:caseId/extension`]: plainly('/extension', () => ({
    weeks: '2',
    ...dated('decided'),
    reasons: 'The aunt is assessed',
  })),
  [`${base}/:caseId/step`]: plainly('/step', () => ({
    decision: 'step_down',
    ...dated('step'),
    reasons: 'They moved to Gran',
    outcome: '',
  })),
  [`${base}/:caseId/application`]: plainly(
    '/application',
    () => ({ ...dated('applied'), reasons: 'He was hurt last night' }),
    issued,
  ),
  '/people/:personId/legal-advice/new': {
    fill: async ({ child }) => {
      const personId = await child()
      const advice = { matter: 'Threshold', by: 'Counsel Madeup', ...dated('given'), advice: 'Wait' }
      const fields = { children: personId, ...advice }
      return { by: 'holder', url: `/people/${personId}/legal-advice/new`, fields }
    },
    address: one => `/people/${one.personId}/legal-advice/new`,
  },
  '/legal-advice/:adviceId/readers': {
    fill: async stage => ({
      by: 'holder',
      url: `/legal-advice/${await advised(stage)}/readers`,
      fields: { change: 'add', worker: stage.county.staff.workers.manager, version: '1' },
    }),
  },
  '/protection-teams/:teamId': {
    fill: async () => ({ by: 'administrator', url: '/protection-teams/new', fields: team() }),
  },
  '/protection-teams/:teamId/members/:memberId': {
    fill: async ({ record }) => {
      const row = { name: `Team ${makeUuid()}`, started_on: today().toString() }
      const teamId = await tell(record, 'protection_team', row)
      const fields = { worker: '', name: 'Sergeant Madeup', discipline: 'police', ...dated('started') }
      return { by: 'administrator', url: `/protection-teams/${teamId}/members/new`, fields }
    },
  },
  '/people/:personId/protection-lead': {
    fill: async stage => {
      const { personId } = await led(stage, false)
      const fields = { worker: stage.county.staff.workers.partner }
      return { by: 'holder', url: `/people/${personId}/protection-lead`, fields }
    },
    address: one => `/people/${one.personId}/protection-lead`,
  },
  '/people/:personId/protection-lead/:leadId/end': {
    fill: async stage => {
      const { personId, leadId } = await led(stage, true)
      return { by: 'holder', url: `/people/${personId}/protection-lead/${leadId}/end`, fields: {} }
    },
    address: one => `/people/${one.personId}/protection-lead/${nobody}/end`,
  },
}
