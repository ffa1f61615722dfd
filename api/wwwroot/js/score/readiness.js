export function keepForWork() {}
