import { familyChildren, recordFrame } from '#modules/casework'
import { personSummaries, relationshipsOf } from '#modules/people'
import type { Work } from '#platform/db'
import { type FormKeys, notFound, type Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { FieldErrors } from '#ui'
import { accountsOf } from '../../queries/accountsOf.ts'
import { accessPage, type Candidate } from './page.ts'

type Shown = {
  readonly work: Work
  readonly params: { readonly personId: Uuid }
  readonly sent: Readonly<Record<string, unknown>>
  readonly form: FormKeys
}

/** The page with its forms, for whoever reads the record; absent for everybody else. */
export async function pageOf(
  { work, params, sent, form }: Shown,
  errors: FieldErrors,
  status = 422,
): Promise<Reply> {
  const { personId } = params
  const frame = await recordFrame(work, personId, null)
  if (frame === null || !frame.readsRecord) return notFound
  const accounts = await accountsOf(work, personId)
  const children = await familyChildren(work, personId)
  const candidates = await candidatesOf(work, personId)
  const ids = [...accounts.flatMap(account => [account.of, ...account.children])]
  const people = new Map((await personSummaries(work, [...new Set(ids)])).map(person => [person.id, person]))
  const mayWrite = frame.mayWrite && work.knownAt === null
  return {
    kind: 'page',
    status: errors.list.length > 0 ? status : 200,
    title: 'The family’s own access - Record',
    hasErrors: errors.list.length > 0,
    before: frame.before,
    content: accessPage({
      childId: personId,
      accounts,
      people,
      children,
      candidates,
      mayWrite,
      sent,
      errors,
      keys: form,
    }),
    shown: {
      resource: 'family_account',
      subjectIds: [
        ...new Set([
          personId,
          ...people.keys(),
          ...children.map(({ id }) => id),
          ...candidates.map(({ person }) => person.id),
        ]),
      ],
    },
  }
}

/** The child, and whoever stands to the child today, with whether they have parental responsibility. */
export async function candidatesOf(work: Work, personId: Uuid): Promise<readonly Candidate[]> {
  const ties = (await relationshipsOf(work, [personId])).filter(
    tie =>
      tie.otherId === personId &&
      (tie.endedOn === null || Temporal.PlainDate.compare(tie.endedOn, work.today) >= 0),
  )
  const people = await personSummaries(work, [personId, ...new Set(ties.map(tie => tie.personId))])
  const responsible = new Set(ties.filter(tie => tie.hasParentalResponsibility).map(tie => tie.personId))
  return people.map(person => ({ person, hasResponsibility: responsible.has(person.id) }))
}
