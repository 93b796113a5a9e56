import { isIP } from 'node:net'
import { isPrivateAddress } from '../../outward/index.ts'

/**
 * What is wrong with an issuer's address that somebody entered, as a sentence; null when nothing is. Names that lead inside are refused again
 * when they are connected to.
 */
export function objectionToIssuer(typed: string, allowsPrivate: boolean): string | null {
  const url = URL.parse(typed)
  if (url === null || !/^https?:$/.test(url.protocol))
    return 'Issuer must be an address such as https://id.example.nhs.uk'
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return 'Issuer must be an address without a name, a question mark or a #'
  if (allowsPrivate) return null
  if (url.protocol !== 'https:') return 'Issuer must start https://'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isInside =
    isIP(host) === 0
      ? !host.includes('.') || /\.?(localhost|local|internal|lan)\.?$/.test(host)
      : isPrivateAddress(host)
  return isInside ? 'Issuer must be an address that the internet knows' : null
}

/** Whether two ways of writing an issuer mean the same: providers differ about the last slash. */
export const isIssuer = (one: unknown, other: string): boolean =>
  typeof one === 'string' && one.replace(/\/$/, '') === other.replace(/\/$/, '')
