/** Where families reach the portal, for the letter of an invitation: set once when the service starts. */
export const portalAddress: { of: () => string | null } = { of: () => null }
