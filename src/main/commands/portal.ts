import type { CommandContext, CommandDeclaration } from '#platform/command-line'
import { KithError } from '#platform/errors'
import { openAuthority } from '../installation/openAuthority.ts'
import { namedPortals, type PortalPlace, portalsOf } from '../installation/portalPlaces.ts'
import { withPlaces } from '../installation/withAuthority.ts'
import { startPortal } from '../portal/index.ts'
import { openPortals } from '../service/portalOptions.ts'
import { ended } from '../service/runService.ts'

/** The family portal alone: a process that holds the portal's login and no other. */
export const portal: CommandDeclaration = {
  name: 'portal',
  summary: 'serve the family portal only, by its own database login',
  description:
    'With DATABASE_PORTAL_URL it needs no other login: it neither migrates nor reads what staff read. Give it KITH_CONTEXT_KEY and KITH_PORTAL_KEY, or the keys folder of the installation.',
  past: { refusal: '"portal" serves families the record as it is now. Leave --known-at out.' },
  run: async context => {
    const named = namedPortals(context.config())
    if (named.length > 0) await serve(context, named)
    else await withPlaces(context, places => serveEmbedded(context, places.places))
    return { text: 'Ended.', json: { ended: true } }
  },
}

/** Beside an embedded database: its authorities are opened once, to know which of them are a demonstration, and let go. */
async function serveEmbedded(
  context: CommandContext,
  places: readonly Parameters<typeof openAuthority>[0][],
): Promise<void> {
  const found: PortalPlace[] = []
  for (const place of places) {
    const authority = await openAuthority(place)
    await authority.database.close()
    found.push(...portalsOf([authority]))
  }
  await serve(context, found)
}

async function serve(context: CommandContext, places: readonly PortalPlace[]): Promise<void> {
  if (places.length === 0)
    throw new KithError('KITH_CONFIG_WRONG', { sentence: 'Set DATABASE_PORTAL_URL: no portal is named.' })
  const open = openPortals(places, context.config(), context.log)
  try {
    const running = await startPortal(open.options)
    context.say(`The family portal: ${running.address}`)
    await ended(context.signal)
    await running.stop()
  } finally {
    await open.close()
  }
}
