using ChatAuth.Storage.Tests.Sqlite;

// What a proof starts as a process of its own.
if (args is ["pin", var path, var writer, var count]) await PinningProcess.RunAsync(path, writer, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
