import { type CommandDeclaration, writesRecord } from '#platform/command-line'
import { KithError } from '#platform/errors'
import { trialSystem } from '../demo/index.ts'
import { authorityOption, withAuthority } from '../installation/withAuthority.ts'
import { addressOf, askForToken, trialKeys } from './trialToken.ts'

/** Asks for a token as the system of the demonstration's hospital does, for trying the doors of systems by hand. */
export const demoToken: CommandDeclaration = {
  name: 'token',
  summary: 'ask the running demonstration for a token, as the system of its own hospital',
  description:
    'Start Kith first, in another terminal. A key is made, registered for the invented hospital and used once; printed are the token, which stands for ten minutes, and calls to try with it.',
  options: [
    authorityOption,
    { flags: '--at <address>', doc: 'where Kith answers; BASE_URL, else this machine, when left out' },
  ],
  past: writesRecord('demo token'),
  run: context =>
    withAuthority(context, async ({ database, installation }) => {
      if (!installation.madeByDemo)
        throw new KithError('KITH_USAGE', {
          sentence: `${installation.authorityName} is no demonstration. Systems of a real record are registered under Administration, Systems of other organisations.`,
        })
      const { privateKey, keys } = await trialKeys()
      const id = await trialSystem(database, installation.authorityCode, keys)
      const at = addressOf(context)
      const token = await askForToken(at, id, privateKey)
      return { text: callsOf(at, token), json: { at, token } }
    }),
}

const callsOf = (at: string, token: string): string =>
  [
    `TOKEN=${token}`,
    '',
    'It stands for ten minutes. To try:',
    `curl ${at}/fhir/R4/metadata`,
    `curl -g -H "Authorization: Bearer $TOKEN" -H "IsUnscheduledAccessEvent: false" "${at}/fhir/R4/CareTeam?patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9434765919"`,
    `curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/hl7-v2" --data-binary @message.hl7 ${at}/hl7/v2`,
  ].join('\n')
