-- A database and a user of its own for each service.
create role app login;
create database app owner app;
create role pay login;
create database pay owner pay;
create role store login;
create database store owner store;
create role customer login;
create database customer owner customer;
create role reward login;
create database reward owner reward;
