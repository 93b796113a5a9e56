import { userClasses, type Work } from '#platform/db'
import { areas } from '../../../queries/areas.ts'
import { organisations } from '../../../queries/organisations.ts'
import { roleWords } from '../../../queries/roleWords.ts'
import { teams } from '../../../queries/teams.ts'
import { workers } from '../../../queries/workers.ts'
import type { Option } from './directory.ts'

const everyone = 100_000

/** Choices that several directories offer. */
export const choices = {
  organisations: async (work: Work) => (await organisations(work)).map(asOption),
  areas: async (work: Work) => (await areas(work)).map(asOption),
  teams: async (work: Work) => (await teams(work)).map(asOption),
  workers: async (work: Work) =>
    (await workers(work, {}, 0, everyone)).map(({ id, displayName, leftAt }) => ({
      value: id,
      text: leftAt === null ? displayName : `${displayName} (left)`,
    })),
  roles: async () => Object.entries(roleWords).map(([value, text]) => ({ value, text })),
  classes: async () => userClasses.map(value => ({ value, text: classWords[value] })),
}

/** The classes of user in words. */
export const classWords: Readonly<Record<(typeof userClasses)[number], string>> = {
  practitioner: 'Practitioner: works with children and families',
  duty: 'Out-of-hours duty: every child while on the rota',
  director: 'Director: any child, with a reason',
  data_quality: 'Data quality: codes and dates, no names',
  administrator: 'Administrator: directory and settings, no child',
}

/** Options of fixed words, such as a kind. */
export const fixed = (words: Readonly<Record<string, string>>) => async (): Promise<readonly Option[]> =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

const asOption = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({
  value: id,
  text: name,
})

/** A date or nothing as a form's value. */
export const dateValue = (date: Temporal.PlainDate | null): string => date?.toString() ?? ''
