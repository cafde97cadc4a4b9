"""The user's own data and the one file it is kept in. Values of guidance go in and come out; database objects stay inside."""
