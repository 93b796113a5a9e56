import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPrivateAddress } from './privateAddress.ts'

/** What the error says of a name that leads to this machine or to a closed network. */
export const LEADS_INSIDE = 'The name leads to a private address'

/**
 * Looks a name up as it is connected to, so that it cannot lead to one place when it is looked at and to another when it is used; a name with any
 * private address leads nowhere.
 */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error !== null || first === undefined) return done(error ?? new Error('ENOTFOUND'), '', 4)
    if (found.some(one => isPrivateAddress(one.address))) return done(new Error(LEADS_INSIDE), '', 4)
    if (options.all) return done(null, found)
    done(null, first.address, first.family)
  })
}
