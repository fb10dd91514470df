"""desk: guided complaint handling for the people at a front desk."""
