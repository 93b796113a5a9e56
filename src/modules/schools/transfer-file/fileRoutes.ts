import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FormIssue, plural } from '#ui'
import { type School, schoolsLed } from '../my-school/readMySchool.ts'
import { keepFile } from '../told/keepFile.ts'
import { tellPupils } from '../told/tellPupils.ts'
import { letGo, putAside, takeUp } from './checkedFile.ts'
import { filePage, url } from './filePage.ts'
import { readTransferFile } from './readTransferFile.ts'

type Open = Visit<unknown, unknown, unknown>

/** The school that was chosen, of those that the caller leads. */
const chosen = (schools: readonly School[], sent: Open['sent']): School | undefined =>
  schools.find(({ id }) => id === sent['school']) ?? (schools.length === 1 ? schools[0] : undefined)

async function open({ work, form }: Open): Promise<Reply> {
  const schools = await schoolsLed(work)
  if (schools.length === 0) return notFound
  return filePage({ form, schools, waits: await waiting(work, schools) })
}

/** The file that the caller checked and has not sent. */
async function waiting(work: Open['work'], schools: readonly School[]) {
  for (const { id } of schools) {
    const file = await takeUp(work, id)
    if (file !== null) return { file, schoolId: id }
  }
  return null
}

async function check({ work, form, sent, uploads = [] }: Open): Promise<Reply> {
  const schools = await schoolsLed(work)
  if (schools.length === 0) return notFound
  const refused = async (path: string, message: string) => {
    const issues: readonly FormIssue[] = [{ path: [path], message }]
    return filePage({ form, schools, schoolId: sent['school'], issues, waits: await waiting(work, schools) })
  }
  const school = chosen(schools, sent)
  if (school === undefined) return refused('school', 'Select the school')
  const upload = uploads.find(({ field }) => field === 'file')
  if (upload === undefined || (upload.bytes.length === 0 && !upload.isTooLarge))
    return refused('file', 'Choose a file')
  if (upload.isTooLarge)
    return refused('file', 'The file is too large. Export fewer pupils at once, a year group say')
  const file = readTransferFile(upload.bytes, work.today)
  if ('problem' in file) return refused('file', file.problem)
  if (!(await putAside(work, school.id, { bytes: upload.bytes, file })))
    return refused('file', 'The file tells too much at once. Export fewer pupils, a year group say')
  return {
    kind: 'redirect',
    location: url,
    success: `Read: ${plural(file.pupils.length, 'pupil', 'pupils')}. Look at it, then send it`,
  }
}

async function send({ work, sent }: Open): Promise<Reply> {
  const school = chosen(await schoolsLed(work), sent)
  if (school === undefined) return notFound
  const to = (success: string): Reply => ({ kind: 'redirect', location: url, success })
  if (sent['discard'] === 'yes') {
    await letGo(work, school.id)
    return to('Discarded. Nothing of it was kept')
  }
  const file = await takeUp(work, school.id)
  if (file === null) return to('There is no checked file to send: it was sent or discarded. Choose it again')
  const { isNew } = await keepFile(work, {
    schoolId: school.id,
    kind: 'transfer_file',
    sha256: Buffer.from(file.sha256, 'hex'),
    pupils: file.pupils.length,
    sentBy: work.actor.id,
  })
  await letGo(work, school.id)
  if (!isNew) return to('This very file was sent before, and counts once')
  await tellPupils(
    work,
    school.id,
    file.pupils.map(({ told }) => told),
  )
  return to(
    `Sent: ${plural(file.pupils.length, 'pupil', 'pupils')}. What is about children with whom we work is kept, and nothing of others`,
  )
}

const common = { admits: ['practitioner'], purpose: 'casework' } as const

/** A school's Common Transfer File: checked, seen, and sent. */
export const transferFileRoutes = [
  route({ ...common, method: 'GET', url, summary: 'The form for a Common Transfer File', handle: open }),
  route({
    ...common,
    method: 'POST',
    url,
    summary: 'Checks a Common Transfer File and shows what was read',
    takesFiles: true,
    handle: check,
  }),
  route({
    ...common,
    method: 'POST',
    url: `${url}/send`,
    summary: 'Sends a Common Transfer File that was checked, or discards it',
    handle: send,
  }),
]
