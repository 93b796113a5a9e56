/** What the door needs to know of the installation it opens on: its roles' suffix and the key that signs who is acting. */
export type DoorKey = { readonly suffix: string; readonly contextKey: Buffer }
