import { demoFamilies } from '#modules/family-portal'
import type { CommandContext } from '#platform/command-line'
import { personas } from '../demo/index.ts'
import { hostsOf } from '../installation/hosts.ts'
import type { Authority } from '../installation/openAuthority.ts'

/** Says where Kith is and who can sign in. */
export function sayWhoCanSignIn(
  context: CommandContext,
  address: string | null,
  authorities: readonly Authority[],
  portalAddress: string | null = null,
): void {
  if (address === null) return
  const config = context.config()
  const port = new URL(address).port
  for (const { place, installation } of authorities) {
    const [host = 'localhost'] = hostsOf(place, config)
    const url = place.host === '*' && config.baseUrl ? config.baseUrl.toString() : `http://${host}:${port}`
    context.say(`${installation.authorityName}: ${url}`)
  }
  if (!authorities.some(({ installation }) => installation.madeByDemo)) return
  context.say('\nSign in as one of these invented people (choose from the list on the first page):')
  for (const persona of personas) context.say(`  ${persona.name}, ${persona.role}: ${persona.tryThis}`)
  if (portalAddress !== null) sayFamilies(context, portalAddress, authorities)
  context.say('\nPress Ctrl-C to end.')
}

/** The portal of each invented authority, and the family that can sign in to the first. */
function sayFamilies(context: CommandContext, address: string, authorities: readonly Authority[]): void {
  const { port } = new URL(address)
  const [first] = authorities.filter(({ installation }) => installation.madeByDemo)
  const [host = 'localhost'] = first?.place.portal?.hosts ?? []
  context.say(`\nThe family portal, a surface and a database login of its own: http://${host}:${port}`)
  for (const { who, number, word, card } of demoFamilies)
    context.say(`  ${who}: number ${number}, secret word "${word}", card ${card.slice(0, 3).join(', ')} ...`)
}
