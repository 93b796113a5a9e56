import { type CommandDeclaration, writesRecord } from '#platform/command-line'
import { withPlaces } from '../installation/withAuthority.ts'
import { runService } from '../service/runService.ts'
import { sayWhoCanSignIn } from '../service/welcome.ts'

/** The web server alone; run as many as you like beside one worker. */
export const web: CommandDeclaration = {
  name: 'web',
  summary: 'serve the pages and the API only',
  past: {
    refusal:
      '"web" serves the record as it is now. Leave --known-at out, and add ?known-at= to the address of a page.',
  },
  run: context =>
    withPlaces(context, async places => {
      await runService(context, places, { web: true, worker: false }, (address, authorities) =>
        sayWhoCanSignIn(context, address, authorities),
      )
      return { text: 'Ended.', json: { ended: true } }
    }),
}

/** The background work alone. */
export const worker: CommandDeclaration = {
  name: 'worker',
  summary: 'work off jobs, mail notices and seal the audit only',
  past: writesRecord('worker'),
  run: context =>
    withPlaces(context, async places => {
      await runService(context, places, { web: false, worker: true }, () =>
        context.say('Working. Press Ctrl-C to end.'),
      )
      return { text: 'Ended.', json: { ended: true } }
    }),
}
