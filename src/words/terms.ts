/** How sure the evidence is, and what it is about, in words. */
export const certainties = { high: 'high', moderate: 'moderate', low: 'low', 'very-low': 'very low' }
export const outcomes = {
  mortality: 'overdose death',
  overdose: 'overdose',
  'treatment-receipt': 'getting treatment',
  retention: 'staying in treatment',
  access: 'access to the service',
  process: 'how care is given',
}
