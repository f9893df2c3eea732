/** Drawings to begin with, for those who cannot or do not want to draw: two digits, and what is none. */
export const EXAMPLES = {
  three: 'TOXKcIiJnLqPrVpamegggflhplsqsvpzl3f5Z5U2Qy',
  seven: 'QMcLuLqUkgfsb3',
  house: 'M4MegI0e04M4.a4aqmqm4',
} as const;
