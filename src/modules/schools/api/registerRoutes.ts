import { z } from 'zod'
import { serviceActor } from '#platform/db'
import { problemAnswer, type SystemAnswer, type SystemCall, type SystemRoute } from '#platform/http'
import { londonDate } from '#reference'
import type { SentFile } from '../told/keepFile.ts'
import { readTransferFile } from '../transfer-file/readTransferFile.ts'
import { type Refused, readRegister, type Told } from './readRegister.ts'
import { registerSchema } from './registerSchema.ts'
import { takeTold } from './takeTold.ts'

const words: Readonly<Record<Refused['fault'], string>> = {
  not_json: 'The body is not JSON, or was cut short. Send it again whole.',
  too_deep: 'The JSON is nested deeper than attendance.',
  not_as_agreed: 'What was sent is not as agreed: see errors. Nothing of it was taken.',
}

const today = (): Temporal.PlainDate => londonDate(Temporal.Now.instant())

function readFile(body: Buffer): Told | Refused {
  const file = readTransferFile(body, today())
  if ('problem' in file) return { fault: 'not_as_agreed', errors: [{ at: 'file', words: file.problem }] }
  const { number, urn } = file.head
  return {
    pupils: file.pupils.map(({ told }) => told),
    problems: file.pupils.flatMap(({ problems }, at) => problems.map(one => ({ pupil: at + 1, words: one }))),
    numbers: urn === null ? [number] : [number, urn],
  }
}

async function take(call: SystemCall, kind: SentFile['kind'], told: Told | Refused): Promise<SystemAnswer> {
  const { system, database, correlation, body } = call
  if (system === null) throw new Error('A route with a scope is reached by a system')
  if ('fault' in told) return refused(told)
  const taken = await database.as(
    serviceActor('listener'),
    'messages',
    work => takeTold(work, system, { kind, body, told }),
    { correlation },
  )
  if (taken.kind === 'not_theirs')
    return problemAnswer({
      status: 403,
      code: 'wrong_scope',
      words: 'A school tells of its own pupils alone: its number is not among those of this system.',
    })
  const { file, isNew } = taken
  const answer = { file, pupils: told.pupils.length, problems: told.problems }
  return { status: isNew ? 201 : 200, type: 'application/json', body: JSON.stringify(answer) }
}

const refused = ({ fault, errors }: Refused): SystemAnswer => ({
  status: fault === 'not_as_agreed' ? 422 : 400,
  type: 'application/problem+json',
  body: JSON.stringify({ type: `urn:kith:${fault}`, title: words[fault], errors }),
})

const common = { scope: 'register.write', refuse: problemAnswer } as const

/** What a school's system tells of its pupils. The answer says nothing of whom the council works with: it is the same for all. */
export const registerRoutes: readonly SystemRoute[] = [
  {
    ...common,
    method: 'POST',
    url: '/api/schools/attendance',
    summary: 'Take attendance from a school’s system',
    takes: ['application/json', 'text/csv'],
    handle: call => {
      const isCsv = String(call.headers['content-type']).toLowerCase().startsWith('text/csv')
      return take(call, 'attendance', readRegister(call.body, isCsv, today()))
    },
  },
  {
    ...common,
    method: 'POST',
    url: '/api/schools/transfer-file',
    summary: 'Take a Common Transfer File from a school’s system',
    takes: ['application/xml', 'text/xml'],
    handle: call => take(call, 'transfer_file', readFile(call.body)),
  },
  {
    ...common,
    method: 'GET',
    url: '/api/schools/attendance/schema',
    scope: null,
    summary: 'What attendance consists of, as JSON Schema',
    handle: async () => ({
      status: 200,
      type: 'application/schema+json',
      body: JSON.stringify(z.toJSONSchema(registerSchema, { io: 'input' })),
    }),
  },
]
