/** A mobile number in groups, as it is read out; it breaks between them where a line is too short. */
export const spaced = (phone: string) => phone.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3')
