import type { CommandContext, CommandDeclaration } from '#platform/command-line'
import { preparePlace } from '../installation/openAuthority.ts'
import type { Places } from '../installation/place.ts'
import { withPlaces } from '../installation/withAuthority.ts'
import { runService } from '../service/runService.ts'
import { sayWhoCanSignIn } from '../service/welcome.ts'
import { beginDemo, demoAuthorities } from './demo.ts'

/** Everything in one process: database, schema, demonstration county, web and worker. */
export const start: CommandDeclaration = {
  name: 'start',
  summary: 'start Kith: the database, the web, the family portal and the jobs, in one process',
  description:
    'Without DATABASE_URL the embedded PostgreSQL is started in KITH_DATA, and an empty one is filled with a demonstration county. With DATABASE_URL nothing is made up: run "kith init" or "kith demo" first.',
  past: {
    refusal:
      '"start" serves the record as it is now. Leave --known-at out, and add ?known-at= to the address of a page.',
  },
  run: context =>
    withPlaces(context, async places => {
      await prepareAll(context, places)
      await runService(
        context,
        places,
        { web: true, worker: true, portal: true },
        (address, authorities, portal) => sayWhoCanSignIn(context, address, authorities, portal),
      )
      return { text: 'Ended.', json: { ended: true } }
    }),
}

/** Migrates every database; an embedded one that is empty gets its demonstration county. */
async function prepareAll(context: CommandContext, places: Places): Promise<void> {
  for (const [index, place] of places.places.entries()) {
    const installation = await preparePlace(place, (name, done, total) =>
      context.progress.step(done, total, name),
    )
    const authority = demoAuthorities[index]
    if (installation !== null || !places.isEmbedded || authority === undefined) continue
    context.say(`Making the demonstration county ${authority.name}.`)
    await beginDemo(context, place, authority)
  }
}
