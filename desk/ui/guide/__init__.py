"""The guide: four steps beside a coach, from the first word to the printed receipt."""
