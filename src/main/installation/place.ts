/** Where one authority's record is kept and how it is reached. Each council is its own controller, its own database. */
export type Place = {
  /** Host name that leads here, in small letters; '*' takes every host that no other place does. */
  readonly host: string
  readonly database: string
  readonly ownerUrl: string
  readonly serveUrl: string
  /** Login that serves, as the roles are granted to it. */
  readonly serveLogin: string
  readonly contextKey: Buffer
  /** Where families come in; null where this authority has no portal. */
  readonly portal: PortalDoor | null
}

/** The narrower way in for families: a login of its own. */
export type PortalDoor = {
  readonly url: string
  readonly login: string
  /** Host names under which the portal is served. */
  readonly hosts: readonly string[]
}

/** The places of this installation, and what ends the embedded server where one was started. */
export type Places = {
  readonly places: readonly Place[]
  readonly isEmbedded: boolean
  /** Folder of the embedded cluster's files, for base backups; null with DATABASE_URL. */
  readonly clusterFolder: string | null
  stop(): Promise<void>
}
