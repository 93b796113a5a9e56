import { type CommandDeclaration, writesRecord } from '#platform/command-line'
import { KithError } from '#platform/errors'
import { schoolFile } from '../demo/index.ts'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'

/** Prints a Common Transfer File of the demonstration's first school, for sending as its safeguarding lead. */
export const demoSchoolFile: CommandDeclaration = {
  name: 'school-file',
  summary: 'print a Common Transfer File of the first school of the demonstration',
  description:
    'Put it into a file, and send it in Kith as the safeguarding lead of that school. Everybody in it is invented.',
  options: [authorityOption],
  past: writesRecord('demo school-file'),
  run: context =>
    withAuthority(context, async ({ database, installation }) => {
      if (!installation.madeByDemo)
        throw new KithError('KITH_USAGE', { sentence: `${installation.authorityName} is no demonstration.` })
      const file = await schoolFile(database, installation.authorityCode)
      return { text: file, json: { file } }
    }),
}
