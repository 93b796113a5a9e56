import { z } from 'zod'
import { serviceActor } from '#platform/db'
import {
  type CallingSystem,
  problemAnswer,
  readJson,
  type SystemAnswer,
  type SystemCall,
  type SystemRoute,
} from '#platform/http'
import { isKind } from '../taking/takeNotice.ts'
import { schemas } from '../told/kinds.ts'
import { concernOutcome } from './concernOutcome.ts'
import { keepRefused, type Refused } from './keepRefused.ts'
import { takeFromSystem } from './takeFromSystem.ts'

const unknown = problemAnswer({ status: 404, code: 'unreadable', words: 'There is no notice of this kind.' })

/** Which status a refusal has; the message is kept all the same. */
const statusOf: Readonly<Record<Refused['fault'], number>> = {
  not_json: 400,
  too_deep: 400,
  not_as_agreed: 422,
  not_theirs: 403,
}

async function take(call: SystemCall): Promise<SystemAnswer> {
  const { system, params, body } = call
  const { kind } = params
  if (!isKind(kind)) return unknown
  if (system === null) throw new Error('A route with a scope is reached by a system')
  const read = readJson(body)
  if ('fault' in read) return await refuse(call, system, { fault: read.fault, errors: [] })
  const taken = await inOne(call, work =>
    takeFromSystem(work, call.sealer, { kind, body: read.json, system }),
  )
  if (taken.kind === 'refused') return await refuse(call, system, taken.refused)
  const { reference, isNew } = taken
  return { status: isNew ? 201 : 200, type: 'application/json', body: JSON.stringify({ reference }) }
}

async function refuse(call: SystemCall, system: CallingSystem, refused: Refused): Promise<SystemAnswer> {
  const answer = await inOne(call, work =>
    keepRefused(work, call.sealer, { system, bytes: call.body, refused }),
  )
  return { status: statusOf[refused.fault], type: 'application/problem+json', body: answer }
}

const inOne = <R>(
  { database, correlation }: SystemCall,
  fn: Parameters<typeof database.as<R>>[2],
): Promise<R> => database.as(serviceActor('listener'), 'messages', fn, { correlation })

/** Notices of police and schools by machine: the same words as the forms, kept and read by the same pipeline. */
export const apiRoutes: readonly SystemRoute[] = [
  {
    method: 'POST',
    url: '/api/notices/:kind',
    scope: 'notice.write',
    summary: 'Take a notice of the police or a school',
    takes: ['application/json'],
    refuse: problemAnswer,
    handle: take,
  },
  {
    method: 'GET',
    url: '/api/concerns/:reference',
    scope: 'notice.read',
    summary: 'What became of a concern of the system’s own school',
    refuse: problemAnswer,
    async handle(call) {
      const { system, params } = call
      if (system === null) throw new Error('A route with a scope is reached by a system')
      const found = await inOne(call, work => concernOutcome(work, system, params['reference'] ?? ''))
      if (found === null)
        return problemAnswer({
          status: 404,
          code: 'unreadable',
          words: 'Your school sent no concern of this reference.',
        })
      return { status: 200, type: 'application/json', body: JSON.stringify(found) }
    },
  },
  {
    method: 'GET',
    url: '/api/notices/:kind/schema',
    scope: null,
    summary: 'What a notice of a kind consists of, as JSON Schema',
    refuse: problemAnswer,
    async handle({ params: { kind } }) {
      if (!isKind(kind)) return unknown
      const schema = z.toJSONSchema(schemas[kind], { io: 'input', unrepresentable: 'any' })
      return { status: 200, type: 'application/schema+json', body: JSON.stringify(schema) }
    },
  },
]
