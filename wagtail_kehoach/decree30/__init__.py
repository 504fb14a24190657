"""Administrative documents as Decree 30/2020/NĐ-CP sets them; pure Python, knows no Django."""
