/**
 * Who comes in by invitation in the first county that the demonstration makes. Everybody may know these keys: they are given on a database that the
 * demonstration made, and never let anybody in where NODE_ENV is production.
 */
export const invitedPerson = {
  name: 'Philippa Oxenbrook',
  role: 'School nurse',
  email: 'philippa.oxenbrook@community-trust.example',
  passphrase: 'copper lantern willow drift',
  /** Of her authenticator, as it is typed into an app (RFC 4648 base 32). */
  secret: 'KRUGKIDROVUWG2ZAMJZG653OEBTG66BA',
} as const

/** Days from the county's making to the end of her account: it ends soon, as everything does. */
export const INVITED_DAYS = 20
