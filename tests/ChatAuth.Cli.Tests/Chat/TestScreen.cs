using System.Globalization;
using System.Text;
using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>
/// A terminal in memory: what a person would see. It knows only the sequences that the editor is meant to send, and throws on others.
/// A sign in the last column makes the next one start a new row, as on real terminals.
/// </summary>
internal sealed class TestScreen(int columns) : TextWriter
{
    private readonly List<string?[]> _rows = [new string?[columns]];
    private int _row;

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>All that was sent, sequences included.</summary>
    public StringBuilder Sent { get; } = new();

    public int CursorColumn { get; private set; }

    /// <summary>The row of the cursor, without the blanks at its end.</summary>
    public string Line => Text(_rows[_row]);

    /// <summary>All rows from the first that was written on.</summary>
    public IEnumerable<string> Rows => _rows.Select(Text);

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        Sent.Append(value);
        for (var at = 0; at < value!.Length;) at += Take(value.AsSpan(at));
    }

    private int Take(ReadOnlySpan<char> text)
    {
        switch (text[0])
        {
            case '\e':
                var length = text[2..].IndexOfAnyInRange('@', '~') + 3;
                Obey(text[2..length].ToString());
                return length;
            case '\r':
                CursorColumn = 0;
                return 1;
            case '\n':
                NextRow();
                return 1;
            default:
                var cluster = text[..StringInfo.GetNextTextElementLength(text)].ToString();
                Put(cluster);
                return cluster.Length;
        }
    }

    private void Obey(string sequence)
    {
        switch (sequence)
        {
            case "K":
                Array.Clear(_rows[_row], CursorColumn, columns - CursorColumn);
                break;
            case "H":
                (_row, CursorColumn) = (0, 0);
                break;
            case "2J":
                _rows.ForEach(row => Array.Clear(row));
                break;
            case [.. var column, 'G']:
                CursorColumn = int.Parse(column, CultureInfo.InvariantCulture) - 1;
                break;
            case [.., 'm']:
                break;
            default:
                throw new NotSupportedException(sequence);
        }
    }

    private void Put(string cluster)
    {
        if (char.IsControl(cluster[0])) throw new NotSupportedException($"U+{(int)cluster[0]:X4}");

        var width = CellWidth.OfCluster(cluster);
        if (CursorColumn + width > columns) (CursorColumn, _) = (0, NextRow());
        if (width == 0) _rows[_row][Math.Max(0, CursorColumn - 1)] += cluster;
        else _rows[_row][CursorColumn] = cluster;
        if (width == 2) _rows[_row][CursorColumn + 1] = "";
        CursorColumn += width;
    }

    private int NextRow()
    {
        if (++_row == _rows.Count) _rows.Add(new string?[columns]);
        return _row;
    }

    private static string Text(string?[] row) => string.Concat(row.Select(cell => cell ?? " ")).TrimEnd();
}
