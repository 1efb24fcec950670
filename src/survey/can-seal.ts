/** Whether this phone can reckon with the large numbers that sealing needs. Before iOS 14 it cannot. */
export const canSeal = () => typeof BigInt === 'function'
