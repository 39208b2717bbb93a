package dev.switchback.core.sql;

/** How far a statement reaches, as far as its words tell. What a function does when it is called is beyond them. */
public enum Reach {
    /** No farther than the database that it is sent to. */
    DATABASE,
    /** To what the whole server has: users, roles and what they may, its settings, databases as such. */
    SERVER,
    /** To a file or another database, in which it may leave something. */
    ELSEWHERE
}
